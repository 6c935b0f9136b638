package fr.acse.console.rehearsal;

import fr.acse.platform.engine.ElementWatch;
import fr.acse.platform.start.RehearsalProfile;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Records the elements that the current story has passed, and the decision rows that matched. */
@Component
@Profile(RehearsalProfile.NAME)
class Passed implements ElementWatch {

    private final Map<String, Set<String>> byProcess = new ConcurrentHashMap<>();
    private final Set<String> elements = ConcurrentHashMap.newKeySet();

    @Override
    public void passed(String process, String element) {
        byProcess.computeIfAbsent(process, any -> ConcurrentHashMap.newKeySet()).add(element);
        elements.add(element);
        elements.add(process + "/" + element);
    }

    void clear() {
        byProcess.clear();
        elements.clear();
    }

    Map<String, Set<String>> byProcess() {
        return byProcess;
    }

    Set<String> elements() {
        return elements;
    }
}
