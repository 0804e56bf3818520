#pragma once

#include <string_view>

namespace verbale::readers::html {

// Whether a paragraph inside an article's body is the outlet's own business and not the article:
// invitations to read, follow, subscribe or share, credits of agencies and photographers, notices
// of rights and advertisements. Judged by its words alone; long paragraphs never are.
bool is_boilerplate(std::string_view paragraph);

}  // namespace verbale::readers::html
