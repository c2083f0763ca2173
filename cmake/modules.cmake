# Folder = module = library = namespace. hearken_module(calendar USES core LIBRARIES date::date-tz) makes
#   hearken_calendar        from every *.cpp of the folder that is not a test
#   hearken_calendar_test   from every *_test.cpp of the folder (one gtest program, run by ctest)
# USES names other Hearken modules: it is the only way one module comes to see another, so the arrows of
# docs/architecture.md can be read off these lines.
function(hearken_module name)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES;TEST_USES;TEST_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "(_test|_fuzz|/main)\\.cpp$")

  if(sources)
    set(visibility PUBLIC)
    add_library(hearken_${name} STATIC ${sources})
    # Warnings stop whoever develops, never whoever installs: optimising compilers warn of things that are not there.
    target_compile_options(hearken_${name} PRIVATE -Wall -Wextra -Wpedantic $<$<CONFIG:Debug>:-Werror>)
  else()
    set(visibility INTERFACE)
    add_library(hearken_${name} INTERFACE)
  endif()
  target_include_directories(hearken_${name} ${visibility} ${PROJECT_SOURCE_DIR}/src)
  foreach(used IN LISTS arg_USES)
    target_link_libraries(hearken_${name} ${visibility} hearken_${used})
  endforeach()
  target_link_libraries(hearken_${name} ${visibility} ${arg_LIBRARIES})

  if(tests)
    add_executable(hearken_${name}_test ${tests})
    target_compile_options(hearken_${name}_test PRIVATE -Wall -Wextra)
    target_compile_definitions(hearken_${name}_test PRIVATE HEARKEN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(hearken_${name}_test PRIVATE hearken_${name} GTest::gtest GTest::gtest_main ${arg_TEST_LIBRARIES})
    foreach(used IN LISTS arg_TEST_USES)
      target_link_libraries(hearken_${name}_test PRIVATE hearken_${used})
    endforeach()
    add_test(NAME ${name} COMMAND hearken_${name}_test)
  endif()
endfunction()
