package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.OfferService;
import fr.acse.platform.EngineParts;
import fr.acse.platform.access.AccessRules;
import fr.acse.platform.cover.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where a shelter said yes by telephone, the shelter itself or a second person of the coordination confirms the arrival and
 * holds the interview, so that no address opens on one person's word.
 */
@Component
class TelephoneHands extends AbstractProcessEnginePlugin implements FourEyes {

    /** What such a shelter has to do before she travels. */
    private static final Set<String> STEPS = Set.of("task_confirmAgreement", "task_holdInterview");

    private final OfferService offers;

    TelephoneHands(@Lazy OfferService offers) {
        this.offers = offers;
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return STEPS.contains(task.getTaskDefinitionKey())
                ? offers.recordedByTelephone(reference(task)).map(Set::of).orElse(Set.of())
                : Set.of();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineParts.with(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                        if (STEPS.contains(activity.getId())) {
                            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                                    .getTaskDefinition()
                                    .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener)
                                            TelephoneHands.this::offerToTheCoordination);
                        }
                    }
                }));
    }

    private void offerToTheCoordination(DelegateTask task) {
        if (offers.recordedByTelephone(reference(task)).isPresent()) {
            task.addCandidateGroup(AccessRules.COORDINATION);
        }
    }

    private static CaseReference reference(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
