#pragma once

#include "verbale/render/answer.h"

namespace verbale {

// The formats that people read.
void render_text(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out);
void render_facet_tables(const SearchAnswer& answer, const RenderOptions& options,
                         std::ostream& out);

}  // namespace verbale
