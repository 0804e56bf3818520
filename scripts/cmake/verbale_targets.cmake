# The shape of every target: one static library a floor (docs/architecture.md), one test
# program a floor, the same warnings and sanitizers for all of them.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# A program that runs for milliseconds is mostly the loading of its libraries. The small ones are
# linked from their archives, where the distribution has these: half of the loader's work. Xapian,
# which has none here, ICU, whose data alone has 31 MB, and what these need stay shared.
set(Boost_USE_STATIC_LIBS ON)

# verbale_archives(TARGET NAME...): links the imported target from libNAME.a, if all are there.
function(verbale_archives target)
  set(archives)
  foreach(name IN LISTS ARGN)
    find_library(${name}_archive lib${name}.a)
    if(NOT ${name}_archive)
      return()
    endif()
    list(APPEND archives ${${name}_archive})
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${archives}")
endfunction()

add_library(verbale_flags INTERFACE)
target_compile_options(verbale_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of GCC 12 on "literal" + std::string (GCC bug 105651), and on designated
  # initialisers that leave members to their defaults, which is what these are for.
  target_compile_options(verbale_flags INTERFACE -Wno-restrict -Wno-missing-field-initializers)
endif()
if(VERBALE_SANITIZE)
  target_compile_options(verbale_flags INTERFACE
    -fsanitize=${VERBALE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(verbale_flags INTERFACE -fsanitize=${VERBALE_SANITIZE})
endif()
if(VERBALE_FUZZ)
  target_compile_options(verbale_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# verbale_floor(NAME SOURCES file... FLOORS floor... PRIVATE library...)
# A floor sees the floors it names, and nothing of their third parties.
function(verbale_floor name)
  cmake_parse_arguments(floor "" "" "SOURCES;FLOORS;PRIVATE" ${ARGN})
  add_library(verbale_${name} STATIC ${floor_SOURCES})
  add_library(verbale::${name} ALIAS verbale_${name})
  set_target_properties(verbale_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(verbale_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src ${CMAKE_CURRENT_BINARY_DIR})
  list(TRANSFORM floor_FLOORS PREPEND verbale_)
  target_link_libraries(verbale_${name}
    PUBLIC ${floor_FLOORS}
    PRIVATE ${floor_PRIVATE} $<BUILD_INTERFACE:verbale_flags>)
endfunction()

# verbale_tests(FLOOR file_test.cpp...): one GoogleTest program, registered with ctest.
function(verbale_tests floor)
  add_executable(${floor}_tests ${ARGN})
  target_include_directories(${floor}_tests
    PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${floor}_tests
    PRIVATE VERBALE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${floor}_tests
    PRIVATE verbale_${floor} verbale_flags GTest::gtest_main Threads::Threads)
  gtest_discover_tests(${floor}_tests DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${floor} TIMEOUT 600)
endfunction()
