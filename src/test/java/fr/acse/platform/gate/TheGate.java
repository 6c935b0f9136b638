package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gate as it stands in the application, with all contracts, delegates and trials, but without an engine. */
final class TheGate {

    static final Map<String, byte[]> RELEASE = Gate.filesOfRelease();

    /** One for each thread, since each looks at one set after the other. */
    private static final ThreadLocal<Gate> GATE = ThreadLocal.withInitial(() -> Gate.ofTheSoftware(() -> RELEASE));

    private TheGate() {}

    /** What is found when these files take the place of ours. */
    static List<Finding> findings(Map<String, byte[]> changed) {
        Map<String, byte[]> files = new TreeMap<>(RELEASE);
        files.putAll(changed);
        return GATE.get().findings(files);
    }

    /** What is found in files when other ones are current. */
    static List<Finding> findings(Map<String, byte[]> current, Map<String, byte[]> files) {
        return Gate.ofTheSoftware(() -> current).findings(files);
    }
}
