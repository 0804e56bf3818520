#pragma once

#include <boost/json/value.hpp>
#include <iosfwd>

#include "verbale/search/searcher.h"

namespace verbale {

// The JSON of docs/json_output.md.
boost::json::object to_json(const Hit& hit);
boost::json::object to_json(const Facet& facet);
boost::json::object facets_to_json(const std::vector<Facet>& facets);
boost::json::object to_json(const Attribution& attribution);
boost::json::object to_json(const ReadQuery& read);

// Writes `value` on one line. As boost::json::serialize, but numbers read 12.5 and not 1.25E1.
void write_json(const boost::json::value& value, std::ostream& out);

}  // namespace verbale
