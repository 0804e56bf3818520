#pragma once

#include "attribution/document.h"

namespace verbale::attribution {

// Pairs the quotation marks of one paragraph, appends what stands between them to
// document.quotations and tells its tokens. A mark that nothing pairs with opens a quotation up to
// the paragraph's end when it is a double one, and is an apostrophe when it is single. Linear.
void find_quotations(Document& document, std::uint32_t paragraph);

}  // namespace verbale::attribution
