# One module of the house: module(journey USES atlas LIBRARIES fmt::fmt)
#
# Other modules see a module through one header only, <journey/journey.hpp>, and only when their own USES line reaches it.
# FACES names headers of its own for what few need: <atlas/cut.hpp> is FACES map/cut.hpp. Who does not include one is not built anew by it.
# CONTENT names file patterns below content/ that go into the program (embedded_content("map/places.toml")).
# FUZZED says, as a pattern, which sources the fuzz targets stand on: clang 14, which builds those, cannot compile all of the house.
# Words (words/nl.po, words/en.po: <journey/words.hpp> of the module, "visits_words.hpp" of a folder in it) and queries (*.sql) become headers; *_test.cpp becomes journey_test, *_fuzz.cpp a fuzz target each.
find_program(NODE node REQUIRED)
set(GENERATED ${CMAKE_BINARY_DIR}/generated)

# Each folder of a target as one file for the compiler: two and a half times as fast to build from nothing, and slower to build after a change.
function(compile_folders_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage -Wno-shadow -Wshadow=local  # another file of the folder is no header and no outer scope
    -Wno-array-bounds -Wno-stringop-overflow -Wno-restrict)  # g++ 12 sees ghosts in std::string
  foreach(source ${ARGN})
    cmake_path(GET source PARENT_PATH folder)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${folder}")
  endforeach()
endfunction()

function(module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LIBRARIES;FACES;CONTENT;FUZZED")
  set(here ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${here}/*.cpp)
  set(tests ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$|/main\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")

  if(LOOPBAANKAART_FUZZ AND NOT arg_FUZZED)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_USES})
    return()
  elseif(LOOPBAANKAART_FUZZ)
    list(FILTER sources INCLUDE REGEX "^${here}/(${arg_FUZZED})")
  endif()

  set(face ${CMAKE_BINARY_DIR}/faces/${name})
  file(CONFIGURE OUTPUT ${face}/${name}/${name}.hpp CONTENT "#include \"${here}/${name}.hpp\"\n")
  foreach(also ${arg_FACES})
    cmake_path(GET also FILENAME header)
    file(CONFIGURE OUTPUT ${face}/${name}/${header} CONTENT "#include \"${here}/${also}\"\n")
  endforeach()

  set(generated)
  file(GLOB_RECURSE lists CONFIGURE_DEPENDS ${here}/nl.po)
  if(lists)
    list(TRANSFORM lists REPLACE "nl\\.po$" "en.po" OUTPUT_VARIABLE in_english)
    set(own ${face}/${name}/words.hpp)
    set(words ${lists})
    list(TRANSFORM words REPLACE "^.*/([^/]+)/words/nl\\.po$" "${GENERATED}/${name}/\\1_words.hpp")
    list(TRANSFORM words REPLACE "^.*/${name}_words\\.hpp$" "${own}")
    add_custom_command(OUTPUT ${words}
      COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/words.mjs ${name} ${own} ${GENERATED}/${name} ${lists}
      DEPENDS ${CMAKE_SOURCE_DIR}/tools/words.mjs ${lists} ${in_english})
    list(APPEND generated ${words})
  endif()
  file(GLOB_RECURSE queries CONFIGURE_DEPENDS ${here}/*.sql)
  list(FILTER queries EXCLUDE REGEX "/migrations/")
  foreach(query ${queries})
    cmake_path(GET query STEM stem)
    set(header ${GENERATED}/${name}/${stem}.sql.hpp)
    add_custom_command(OUTPUT ${header}
      COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/queries.mjs ${name} ${query} ${header}
      DEPENDS ${CMAKE_SOURCE_DIR}/tools/queries.mjs ${query})
    list(APPEND generated ${header})
  endforeach()
  file(GLOB migrations CONFIGURE_DEPENDS ${here}/migrations/*.sql)
  if(migrations)
    set(header ${GENERATED}/${name}/migrations.hpp)
    add_custom_command(OUTPUT ${header}
      COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/migrations.mjs ${name} ${header} ${migrations}
      DEPENDS ${CMAKE_SOURCE_DIR}/tools/migrations.mjs ${migrations})
    list(APPEND generated ${header})
  endif()

  if(arg_CONTENT)
    list(TRANSFORM arg_CONTENT PREPEND ${CMAKE_SOURCE_DIR}/content/)
    file(GLOB_RECURSE content CONFIGURE_DEPENDS ${arg_CONTENT})
    add_custom_command(OUTPUT ${GENERATED}/${name}/embedded_content.hpp ${GENERATED}/${name}/embedded_content.S
      COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/content.mjs ${name} ${GENERATED}/${name} ${CMAKE_SOURCE_DIR}/content ${content}
      DEPENDS ${CMAKE_SOURCE_DIR}/tools/content.mjs ${content})
    list(APPEND generated ${GENERATED}/${name}/embedded_content.hpp ${GENERATED}/${name}/embedded_content.S)
    set_property(SOURCE ${GENERATED}/${name}/embedded_content.S PROPERTY OBJECT_DEPENDS "${content}")
  endif()

  add_library(${name} STATIC ${sources} ${generated})
  target_include_directories(${name} INTERFACE ${face} PRIVATE ${here} ${GENERATED}/${name} ${face})
  target_link_libraries(${name} PUBLIC ${arg_USES} ${arg_LIBRARIES})
  set(faces "<functional>" "<map>" "<optional>" "<string>" "<vector>" "<fmt/format.h>")
  if("nlohmann_json::nlohmann_json" IN_LIST arg_LIBRARIES)
    list(APPEND faces "<nlohmann/json.hpp>")  # large, and in the face of who keeps JSON
  endif()
  foreach(used ${arg_USES})
    add_dependencies(${name} ${used})
    if(EXISTS ${CMAKE_BINARY_DIR}/faces/${used})
      list(APPEND faces "<${used}/${used}.hpp>")
    endif()
  endforeach()
  if(LOOPBAANKAART_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE ${faces})
  endif()
  if(LOOPBAANKAART_TOGETHER)
    compile_folders_together(${name} ${sources})
  endif()

  if(tests)
    add_executable(${name}_test EXCLUDE_FROM_ALL ${tests})
    add_dependencies(module_tests ${name}_test)
    target_compile_options(${name}_test PRIVATE -O0 -Wno-array-bounds -Wno-stringop-overflow -Wno-restrict)  # g++ 12 sees ghosts in std::string
    target_include_directories(${name}_test PRIVATE ${here} ${GENERATED}/${name})
    target_link_libraries(${name}_test PRIVATE ${name} GTest::gmock GTest::gtest_main rapidcheck)
    if(name STREQUAL "storage")
      target_link_libraries(${name}_test PRIVATE workbench)
    elseif(NOT name MATCHES "^(base|zip|workshop)$")
      target_link_libraries(${name}_test PRIVATE workbench visitor)
    endif()
    if(LOOPBAANKAART_PRECOMPILE)
      set(own_face "<${name}/${name}.hpp>")
      if(NOT EXISTS ${here}/${name}.hpp)  # the program at the top has none
        set(own_face)
      endif()
      target_precompile_headers(${name}_test PRIVATE "<gtest/gtest.h>" "<gmock/gmock.h>" "<rapidcheck.h>" ${own_face})
    endif()
    if(LOOPBAANKAART_TOGETHER)
      compile_folders_together(${name}_test ${tests})
    endif()
    add_test(NAME ${name} COMMAND ${name}_test --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS module)
  endif()
  if(LOOPBAANKAART_FUZZ)
    foreach(fuzzer ${fuzzers})
      cmake_path(GET fuzzer STEM stem)
      add_executable(${stem} ${fuzzer})
      target_include_directories(${stem} PRIVATE ${here} ${GENERATED}/${name})
      target_link_libraries(${stem} PRIVATE ${name})
      target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
      add_dependencies(fuzzers ${stem})
    endforeach()
  endif()
endfunction()
