package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.TitleService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A supervisor has acted on a title that is over. */
@Component
@ModelStep(name = "End the title", does = "From now on nobody has to act on its last day.")
@Reads({"titleId", "lapseAction"})
record EndTitleDelegate(TitleService titles) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String action = TitleProcess.LAPSE_ACTION.get(execution);
        titles.end(TitleProcess.TITLE.get(execution), action.equals("newTitle") ? "followed" : "over");
    }
}
