# Every library from outside, as one target each. docs/dependencies.md gives the reason and the licence.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL QUIET)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(pq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(spdlog REQUIRED IMPORTED_TARGET spdlog)
pkg_check_modules(xml REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(vips REQUIRED IMPORTED_TARGET vips)
pkg_check_modules(svg REQUIRED IMPORTED_TARGET librsvg-2.0 cairo-pdf)
pkg_check_modules(pango REQUIRED IMPORTED_TARGET pangocairo pangoft2 fontconfig)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_path(BOOST_INCLUDE boost/beast/http.hpp REQUIRED HINTS ${LOOPBAANKAART_BOOST}/include)

# SQLite comes as source with a pinned npm package: Debian 12's own (3.40) has a bug that can corrupt a WAL database.
set(SQLITE ${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3)
if(NOT EXISTS ${SQLITE}/sqlite3.c)
  message(FATAL_ERROR "SQLite is missing: run `npm ci --ignore-scripts` first (./run build does).")
endif()
file(STRINGS ${SQLITE}/sqlite3.h sqlite_version REGEX "^#define SQLITE_VERSION_NUMBER +[0-9]+")
string(REGEX MATCH "[0-9]+$" sqlite_version "${sqlite_version}")
if(sqlite_version LESS 3051003)
  message(FATAL_ERROR "SQLite ${sqlite_version} is too old: at least 3.51.3 is needed.")
endif()
add_library(sqlite STATIC ${SQLITE}/sqlite3.c)
target_include_directories(sqlite SYSTEM INTERFACE ${SQLITE})
target_compile_options(sqlite PRIVATE -w -O2 -fno-sanitize=all)  # well tested by its makers; sanitizing it takes minutes
target_compile_definitions(sqlite PRIVATE SQLITE_THREADSAFE=2 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_DQS=0 SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=0 SQLITE_USE_ALLOCA
  SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_MAX_MMAP_SIZE=0
  SQLITE_ENABLE_QPSG)  # plans do not look at values: otherwise every new value prepares the statement again
target_link_libraries(sqlite PRIVATE m)
