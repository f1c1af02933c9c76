package io.tare.report;

import io.tare.report.Sentence.About;
import java.util.List;
import java.util.Set;

/** The findings in words, each with a link to the table it rests on. */
final class HtmlSentences {
    private HtmlSentences() {}

    /** @param sections the workloads that the page has one of */
    static void write(List<Sentence> all, Set<String> sections, Html out) {
        for (About about : About.values()) {
            List<Sentence> some = Sentences.about(all, about).toList();
            if (some.isEmpty()) {
                continue;
            }
            out.element("h3", about.title());
            out.open("ul", "class", "said").own("\n");
            for (Sentence sentence : some.subList(0, Math.min(Sentences.MOST, some.size()))) {
                out.open("li").text(sentence.says() + " ");
                if (sentence.place().equals(Places.VERDICTS) || sections.contains(sentence.workload())) {
                    out.element("a", sentence.rests(), "href", "#" + sentence.place(), "class", "rests");
                } else {
                    out.element("span", sentence.rests() + ", in report.md", "class", "rests");
                }
                out.close("li");
            }
            out.close("ul");
            if (some.size() > Sentences.MOST) {
                out.element(
                        "p",
                        "And %s more, all in report.md.".formatted(Numbers.count(some.size() - Sentences.MOST)),
                        "class",
                        "small");
            }
        }
    }
}
