# Puts files under content/ into a module's library, as MODULE::embedded_files(), declared in HEADER:
#   embed_content(atlas HEADER places/embedded.hpp FILES map/*.toml map/nl/*.toml)
function(embed_content name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER" "FILES")
  list(TRANSFORM arg_FILES PREPEND ${CMAKE_SOURCE_DIR}/content/)
  file(GLOB files CONFIGURE_DEPENDS ${arg_FILES})
  set(source ${GENERATED}/${name}/embedded.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${name} ${arg_HEADER} ${CMAKE_SOURCE_DIR}/content ${source} ${files}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed.mjs ${files})
  target_sources(${name} PRIVATE ${source})
endfunction()
