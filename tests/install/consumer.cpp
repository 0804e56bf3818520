#include <verbale/attribution/analysis.h>

#include <iostream>

int main() {
  const verbale::Schema schema = verbale::Schema::builtin();
  const verbale::ArticleAnalyzer analyzer(schema);
  verbale::Article article;
  article.text = "\"We regret it,\" said Foreign Minister Ilse Maravenn.";
  for (const verbale::Passage& passage : analyzer.analyze(article).passages) {
    for (const verbale::Speaker& speaker : passage.speakers) {
      std::cout << speaker.name << '\n';
    }
  }
}
