#include "schema/builtin_tables.h"

// The assembler copies the files into the program: no generated sources, no parsing at build time,
// nothing read at start-up but the pages that are used. VERBALE_SCHEMA_DIR is set by CMake, which
// also rebuilds this file when a table changes.
#define VERBALE_TABLE(name)                                                                   \
  __asm__(".section .rodata\n" #name "_table_begin:\n.incbin \"" VERBALE_SCHEMA_DIR "/" #name \
          ".tsv\"\n" #name "_table_end:\n.byte 0\n.previous\n");                              \
  extern "C" const char name##_table_begin[];                                                 \
  extern "C" const char name##_table_end[];

VERBALE_TABLE(abbreviations)
VERBALE_TABLE(bodies)
VERBALE_TABLE(countries)
VERBALE_TABLE(cues)
VERBALE_TABLE(fields)
VERBALE_TABLE(names)
VERBALE_TABLE(people)
VERBALE_TABLE(synonyms)
VERBALE_TABLE(titles)
VERBALE_TABLE(topics)

#undef VERBALE_TABLE

namespace verbale {
namespace {

struct EmbeddedTable {
  std::string_view file;
  const char* begin;
  const char* end;
};

}  // namespace

std::string_view builtin_digest() {
  return VERBALE_SCHEMA_DIGEST;
}

std::string_view builtin_table(std::string_view file) {
  static const EmbeddedTable tables[] = {
      {"abbreviations.tsv", abbreviations_table_begin, abbreviations_table_end},
      {"bodies.tsv", bodies_table_begin, bodies_table_end},
      {"countries.tsv", countries_table_begin, countries_table_end},
      {"cues.tsv", cues_table_begin, cues_table_end},
      {"fields.tsv", fields_table_begin, fields_table_end},
      {"names.tsv", names_table_begin, names_table_end},
      {"people.tsv", people_table_begin, people_table_end},
      {"synonyms.tsv", synonyms_table_begin, synonyms_table_end},
      {"titles.tsv", titles_table_begin, titles_table_end},
      {"topics.tsv", topics_table_begin, topics_table_end},
  };
  for (const EmbeddedTable& table : tables) {
    if (table.file == file) {
      return {table.begin, static_cast<std::size_t>(table.end - table.begin)};
    }
  }
  return {};
}

}  // namespace verbale
