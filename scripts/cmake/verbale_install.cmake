# Where Debian would put things: the binary, the library with its public headers and a CMake
# package, the schema tables, the docs.
