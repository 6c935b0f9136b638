package fr.acse.console.rehearsal;

import fr.acse.platform.history.PassedElements;
import fr.acse.platform.start.RehearsalProfile;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Which elements the story that is played has passed. */
class Passed {

    private final Map<String, Set<String>> byProcess = new ConcurrentHashMap<>();
    private final Set<String> elements = ConcurrentHashMap.newKeySet();

    /** The engine tells it. */
    @Configuration
    @Profile(RehearsalProfile.NAME)
    static class Told {

        @Bean
        Passed passed() {
            return new Passed();
        }

        /** Which rows of decisions held. */
        @Bean
        ProcessEnginePlugin passedRules(Passed passed) {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl configuration) {
                    DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration() == null
                            ? new DefaultDmnEngineConfiguration()
                            : configuration.getDmnEngineConfiguration();
                    decisions.getCustomPostDecisionTableEvaluationListeners().add(event -> {
                        String decision = event.getDecision().getKey();
                        passed.add(decision, decision);
                        event.getMatchingRules().forEach(rule -> passed.add(decision, rule.getId()));
                    });
                    configuration.setDmnEngineConfiguration(decisions);
                }
            };
        }

        @Bean
        PassedElements passedElements(Passed passed) {
            return new PassedElements(passed::add);
        }
    }

    private void add(String process, String element) {
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
