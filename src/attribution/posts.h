#pragma once

#include <vector>

#include "attribution/document.h"
#include "verbale/model/passage.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// Posts as they are embedded in articles: `We deplore it. — Ann Ode (@ode) July 11, 2024`, a
// paragraph with its signature. The account speaks: a person or body of the tables by its name, or
// else the name and handle as written, with the country that they tell.
std::vector<Attribution> find_posts(const Document& document, const Schema& schema);

}  // namespace verbale::attribution
