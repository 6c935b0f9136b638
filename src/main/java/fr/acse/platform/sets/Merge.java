package fr.acse.platform.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a software release, merged with the changes that analysts have made since the last release.
 *
 * @param both names of the files that both sides changed in different ways
 */
record Merge(Files whole, List<String> both) {

    /**
     * @param last hashes of the files in the last release, by file name
     * @param analystHolds whether the analyst's version is taken if both sides changed a file
     */
    static Merge of(Files release, Files before, Map<String, String> last, boolean analystHolds) {
        Map<String, byte[]> all = new TreeMap<>();
        List<String> both = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(release.byName().keySet());
        names.addAll(before.byName().keySet());
        for (String name : names) {
            byte[] ours = release.byName().get(name);
            byte[] theirs = before.byName().get(name);
            boolean oursIsNew = !Objects.equals(hash(ours), last.get(name));
            boolean theirsIsNew = !last.isEmpty() && !Objects.equals(hash(theirs), last.get(name));
            boolean conflict = oursIsNew && theirsIsNew && !Objects.equals(hash(ours), hash(theirs));
            if (conflict) {
                both.add(name);
            }
            boolean takeTheirs = conflict ? analystHolds : theirsIsNew;
            byte[] taken = takeTheirs ? theirs : ours;
            if (taken != null) {
                all.put(name, taken);
            }
        }
        return new Merge(new Files(all), both);
    }

    private static String hash(byte[] content) {
        return content == null ? null : StoredSets.hash(content);
    }
}
