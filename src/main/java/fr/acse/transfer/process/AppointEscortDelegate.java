package fr.acse.transfer.process;

import fr.acse.platform.CurrentPerson;
import fr.acse.platform.ProcessContract;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the journey with its escort; without one there is none. */
@Component
class AppointEscortDelegate implements JavaDelegate {

    private final JourneyService journeys;
    private final CurrentPerson person;

    AppointEscortDelegate(JourneyService journeys, CurrentPerson person) {
        this.journeys = journeys;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String escort = "me".equals(TransferProcess.ESCORT_IS.get(execution))
                ? person.login()
                : TransferProcess.ESCORT_COLLEAGUE.find(execution);
        journeys.plan(
                ProcessContract.CASE_REFERENCE.get(execution),
                TransferProcess.SHELTER_CODE.get(execution),
                escort,
                TransferProcess.DEPARTURE_AT.get(execution).toInstant(),
                TransferProcess.ARRIVAL_EXPECTED_AT.get(execution).toInstant());
        TransferProcess.ESCORT_LOGIN.set(execution, escort);
    }
}
