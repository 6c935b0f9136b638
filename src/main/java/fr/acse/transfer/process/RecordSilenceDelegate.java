package fr.acse.transfer.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.transfer.NewsService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** No news came in time. */
@Component
@ModelStep(name = "Raise the silence alarm", does = "Records the alarm on the journey.")
record RecordSilenceDelegate(NewsService news) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        news.raiseAlarm(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
