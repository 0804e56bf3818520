# Where Debian would put things: the binary, the library with its public headers and a CMake
# package, the schema tables, the docs.

include(CMakePackageConfigHelpers)

get_property(floors DIRECTORY ${PROJECT_SOURCE_DIR}/src PROPERTY SUBDIRECTORIES)
set(libraries)
foreach(folder IN LISTS floors)
  get_filename_component(floor ${folder} NAME)
  list(APPEND libraries verbale_${floor})
endforeach()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/verbale)
install(TARGETS verbale RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${libraries} EXPORT verbale_targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT verbale_targets NAMESPACE verbale:: FILE verbale-targets.cmake
  DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/verbale
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/index_schema
  DESTINATION ${CMAKE_INSTALL_DATADIR}/verbale)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/verbale-config.cmake.in ${PROJECT_BINARY_DIR}/verbale-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/verbale-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/verbale-config.cmake
              ${PROJECT_BINARY_DIR}/verbale-config-version.cmake
  DESTINATION ${package_dir})
