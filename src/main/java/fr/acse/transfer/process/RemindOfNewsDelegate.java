package fr.acse.transfer.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.transfer.NewsService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has said that they are there. */
@Component
@ModelStep(name = "Remind of the news", does = "Tells the escort and the operator.")
record RemindOfNewsDelegate(NewsService news) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        news.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
