#pragma once

#include <string>
#include <string_view>

namespace verbale::readers {

// XML as a parser takes it, from what feeds hold: what stands before the first "<" and the document
// type are left out (so that there are no entities to expand), control characters become spaces,
// and "&" that begins no reference of XML's own ("&eacute;", "a & b") is escaped, so that the
// reference stays for the HTML inside.
std::string mend_xml(std::string_view xml);

}  // namespace verbale::readers
