package fr.acse.placement.process;

import fr.acse.placement.PlaceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An address may have been given up while she was on the way, or while nobody looked. */
@Component
@ModelStep(
        name = "Look at the address",
        does = "Notes whether the address is given up at which she is awaited or, if she is awaited nowhere, lives.")
@Writes("addressGivenUp")
record LookAtAddressDelegate(PlaceService places) implements JavaDelegate {

    private static final Variable<Boolean> ADDRESS_GIVEN_UP = Variable.flag("addressGivenUp");

    @Override
    public void execute(DelegateExecution execution) {
        ADDRESS_GIVEN_UP.set(execution, places.isGivenUp(ProcessContract.CASE_REFERENCE.get(execution)));
    }
}
