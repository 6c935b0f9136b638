package fr.acse.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Compares names, word by word. The order of the words and the place of spaces make no difference. */
final class Names {

    private static final int MOST_IN_ONE = 4;

    private Names() {}

    /** Whether each asked word is like a word of the name, each like another one. */
    static boolean meet(List<Spelling> asked, List<Spelling> name) {
        return meet(asked, name, Spelling::isLike);
    }

    /** Whether each asked word is written like a word of the name. */
    static boolean areEqual(List<Spelling> asked, List<Spelling> name) {
        return meet(asked, name, Spelling::isWrittenLike);
    }

    private static boolean meet(List<Spelling> asked, List<Spelling> name, BiPredicate<Spelling, Spelling> areAlike) {
        return !asked.isEmpty()
                && readings(asked).stream()
                        .anyMatch(words -> readings(name).stream().anyMatch(its -> isCovered(words, its, areAlike)));
    }

    /** Whether each word has another word of the name that is like it: a bipartite matching, in cubic time. */
    private static boolean isCovered(
            List<Spelling> words, List<Spelling> name, BiPredicate<Spelling, Spelling> areAlike) {
        if (words.size() > name.size()) {
            return false;
        }
        Spelling[] partners = new Spelling[name.size()];
        return words.stream().allMatch(word -> hasPartner(word, name, partners, new boolean[name.size()], areAlike));
    }

    /** Gives a word a partner. A word that has it already gets another one, if there is one. */
    private static boolean hasPartner(
            Spelling word,
            List<Spelling> name,
            Spelling[] partners,
            boolean[] tried,
            BiPredicate<Spelling, Spelling> areAlike) {
        for (int at = 0; at < name.size(); at++) {
            if (!tried[at] && areAlike.test(word, name.get(at))) {
                tried[at] = true;
                if (partners[at] == null || hasPartner(partners[at], name, partners, tried, areAlike)) {
                    partners[at] = word;
                    return true;
                }
            }
        }
        return false;
    }

    /** The words as they are, with two neighbours written as one word, and all written as one word. */
    private static List<List<Spelling>> readings(List<Spelling> words) {
        List<List<Spelling>> all = new ArrayList<>(List.of(words));
        for (int at = 0; at + 1 < words.size(); at++) {
            List<Spelling> joined = new ArrayList<>(words);
            joined.set(at, words.get(at).joined(joined.remove(at + 1)));
            all.add(joined);
        }
        if (areOneName(words)) {
            all.add(List.of(words.stream().reduce(Spelling::joined).orElseThrow()));
        }
        return all;
    }

    /** Whether all words may also be written as one word. */
    private static boolean areOneName(List<Spelling> words) {
        return words.size() > 2 && words.size() <= MOST_IN_ONE;
    }

    /** Texts whose hashes are kept for a name. */
    static Set<String> traces(List<Spelling> name) {
        Set<String> traces = new LinkedHashSet<>();
        readings(name).forEach(words -> words.forEach(word -> traces.addAll(word.traces())));
        return traces;
    }

    /** For each asked word, the texts of which a name that meets it has at least one. */
    static List<Set<String>> sought(List<Spelling> asked) {
        List<Set<String>> all = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            Set<String> sought = new LinkedHashSet<>(asked.get(at).sought());
            if (at > 0) {
                sought.addAll(asked.get(at - 1).joined(asked.get(at)).sought());
            }
            if (at + 1 < asked.size()) {
                sought.addAll(asked.get(at).joined(asked.get(at + 1)).sought());
            }
            if (areOneName(asked)) {
                sought.addAll(
                        asked.stream().reduce(Spelling::joined).orElseThrow().sought());
            }
            all.add(sought);
        }
        return all;
    }

    static boolean found(List<Spelling> asked, List<Spelling> name) {
        Set<String> traces = traces(name);
        return sought(asked).stream().allMatch(each -> each.stream().anyMatch(traces::contains));
    }
}
