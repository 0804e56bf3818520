#pragma once

#include <boost/program_options.hpp>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "verbale/query/parser.h"
#include "verbale/render/answer.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"

namespace verbale::cli {

// The options that `search` and `facets` share: what is asked, filters, how much is shown.
void add_query_options(boost::program_options::options_description& options);

// What the options ask, all but the query itself.
struct Asked {
  SearchRequest request;
  QueryOptions query;              // How to read the query.
  std::vector<std::string> notes;  // What names in filters were read as.
};

// Throws UsageError.
Asked asked(const Arguments& arguments, const Schema& schema, const Environment& environment);

// "speaker", "speaker:5", "date:month:24" -> a facet and its limit. Throws UsageError.
FacetRequest read_facet(const std::string& text);

// --format, --color and the terminal. Throws UsageError.
RenderOptions render_options(const Arguments& arguments, const Environment& environment);

// The query with a caret under the place, and what may have been meant.
void print_query_error(const QueryError& error, const std::string& query, std::ostream& err);

// What an answer has to say beside its hits: warnings, how the query was read where that was asked
// for, what else to try.
void tell(const SearchAnswer& answer, bool explain, std::ostream& err);

// The tables that the index was built with: the program's own, or those in the generation.
Schema schema_of_index(const std::filesystem::path& index);

}  // namespace verbale::cli
