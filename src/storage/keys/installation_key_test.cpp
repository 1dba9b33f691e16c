#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include <storage/words.hpp>

#include "trial_keys.hpp"

namespace loopbaankaart::storage {
namespace {

class InstallationKeyFile : public ::testing::Test {
protected:
    std::string_view refusal(const Options& tried) {
        const auto opened = open_key_store(tried);
        return opened ? std::string_view{} : opened.error().code();
    }

    TrialKeys keys{workbench::Backend::sqlite};
    Options options = keys.options();
};

TEST_F(InstallationKeyFile, IsOneLineThatOnlyItsOwnerReads) {
    struct stat about {};
    ASSERT_EQ(::stat(options.key_file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    const std::string text = contents(options.key_file);
    EXPECT_TRUE(text.starts_with("loopbaankaart-key-1."));
    EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST_F(InstallationKeyFile, IsNotMadeUnlessAskedFor) {
    options.key_file = keys.folder / "other.key";
    options.data = keys.folder / "other";
    options.make_key = false;
    EXPECT_EQ(refusal(options), word::key_missing.id);
    EXPECT_FALSE(std::filesystem::exists(options.key_file));
    EXPECT_FALSE(std::filesystem::exists(options.data));
}

TEST_F(InstallationKeyFile, IsNotReplacedByANewOneWhenItIsLost) {
    std::filesystem::rename(options.key_file, keys.folder / "safe");
    EXPECT_EQ(refusal(options), word::key_missing.id);
    EXPECT_FALSE(std::filesystem::exists(options.key_file));
    std::filesystem::rename(keys.folder / "safe", options.key_file);
    EXPECT_EQ(refusal(options), "");
}

TEST_F(InstallationKeyFile, IsRefusedWhenOthersCanReadIt) {
    for (const mode_t mode : {0640u, 0604u, 0620u, 0601u}) {
        ::chmod(options.key_file.c_str(), mode);
        EXPECT_EQ(refusal(options), word::key_readable.id) << mode;
    }
    ::chmod(options.key_file.c_str(), 0400);
    EXPECT_EQ(refusal(options), "");
}

TEST_F(InstallationKeyFile, MayHaveTheListOfReadersOfASystemdCredential) {
    ::chmod(options.key_file.c_str(), 0440);
    ::setenv("CREDENTIALS_DIRECTORY", keys.folder.c_str(), 1);
    EXPECT_EQ(refusal(options), "");
    ::unsetenv("CREDENTIALS_DIRECTORY");
    EXPECT_EQ(refusal(options), word::key_readable.id);
}

TEST_F(InstallationKeyFile, OfAnotherInstallationIsNoticed) {
    TrialKeys other{workbench::Backend::sqlite};
    options.key_file = other.options().key_file;
    EXPECT_EQ(refusal(options), word::key_wrong.id);
}

TEST_F(InstallationKeyFile, ThatIsNoKeyIsRefused) {
    const std::string whole = contents(options.key_file);
    for (const std::string& text : {std::string{}, std::string{"loopbaankaart-key-1."}, whole.substr(0, 50), "x" + whole}) {
        std::ofstream{options.key_file, std::ios::trunc} << text;
        EXPECT_EQ(refusal(options), word::key_malformed.id) << text;
    }
}

TEST_F(InstallationKeyFile, NeverLiesAmongTheData) {
    options.key_file = options.data / "deeper" / "data.key";
    EXPECT_EQ(refusal(options), word::key_in_data.id);
    std::filesystem::create_directory_symlink(options.data, keys.folder / "elsewhere");
    options.key_file = keys.folder / "elsewhere" / "data.key";
    EXPECT_EQ(refusal(options), word::key_in_data.id);
}

}  // namespace
}  // namespace loopbaankaart::storage
