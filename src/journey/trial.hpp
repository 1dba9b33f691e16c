// For the tests of journey only: a school with the whole map, a person for every role, and its tables as bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <journey/journey.hpp>
#include <visitor/visitor.hpp>
#include <workbench/workbench.hpp>

#include "pages.hpp"

namespace loopbaankaart::journey::trial {

std::vector<storage::Migration> migrations();
// The bytes of these columns in every row, one after the other.
std::string raw_columns(workbench::World& world, std::string_view table, const std::vector<std::string>& columns);
// The bytes of every file under a folder, one after the other.
std::string raw_files(const std::filesystem::path& folder);

// The form key on the page shown, for a POST that no form on it makes.
std::string form_key(const visitor::Visitor& visitor);

// From the one mark, included, to the other, or to the end where that is not there; empty without the first.
std::string between(std::string_view html, std::string_view from, std::string_view until);
// Its texts in their order, without the tags they stand in.
std::vector<std::string> texts_in(std::string_view html);

// The smallest WebP there is, with these bytes behind it.
std::string picture_with(std::string_view bytes);

// Where the picture of a thing lies that School::keep_for kept.
std::string picture_path(const base::Id& thing);

// A school where Amina and Joris are students, and where one more person has each role, under its code as user name.
class School {
public:
    // With the routes of these parts; they must outlive it.
    explicit School(workbench::Backend backend, std::span<const Part> shown = parts());

    visitor::Visitor visitor() const { return {site, router}; }
    visitor::Visitor signed_in(std::string_view user_name) const;
    access::Viewer viewer(std::string_view user_name) const;

    // Straight into the store; gives its id.
    base::Id keep_for(std::string_view user_name, const std::string& words, const std::string& place = "wensboom",
                      const std::string& picture = {});
    base::Id share(std::string_view owner, const base::Id& thing, std::string_view grantee);
    std::vector<std::string> words_of(std::string_view user_name);
    void restart();

    workbench::World world;
    base::SystemRandomness randomness;  // used by several threads at once
    web::Site site;
    atlas::Atlases atlases;
    workshop::Workshop workshop;
    web::Router router;
};

}  // namespace loopbaankaart::journey::trial
