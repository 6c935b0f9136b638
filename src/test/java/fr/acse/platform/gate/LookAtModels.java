package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gate for tests of other rooms. */
public final class LookAtModels {

    private LookAtModels() {}

    /** What is wrong with a whole set when another one is current, in words; empty if nothing is. */
    public static String inWords(Map<String, byte[]> current, Map<String, byte[]> files) {
        List<Finding> found = TheGate.findings(current, files);
        return found.isEmpty() ? "" : Gate.inWords(found);
    }

    /** The files that some of our harmless edits change, one after the other. */
    public static Map<String, byte[]> harmless(String... titles) {
        Map<String, byte[]> all = new TreeMap<>(TheGate.RELEASE);
        Map<String, byte[]> changed = new TreeMap<>();
        for (String title : titles) {
            Map<String, byte[]> files = Edit.in("harmless.txt").stream()
                    .filter(edit -> edit.title().equals(title))
                    .findFirst()
                    .orElseThrow()
                    .files(all);
            all.putAll(files);
            changed.putAll(files);
        }
        return changed;
    }
}
