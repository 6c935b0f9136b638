package fr.acse.placement.process;

import static fr.acse.placement.process.KeepApartProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.placement.ApartService;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.process.Relocations;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the relocation of one of two women who must not meet. */
@Component
@ModelStep(
        name = "Move one of them",
        does =
                "Starts a search for another shelter for one of them. She keeps her place until she can go. \"Nobody moves\" is refused while both live in the same shelter and neither is being moved.",
        reads = "separation otherReference")
record MoveOneDelegate(ApartService aparts, Relocations relocations) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference one = caseOf(execution);
        CaseReference other = OTHER.get(execution);
        switch (SEPARATION.get(execution)) {
            case "this" -> move(one);
            case "other" -> move(other);
            default ->
                Refusal.unless(
                        !aparts.areTogether(one, other) || !relocations.canMove(one) || !relocations.canMove(other),
                        "stillTogether");
        }
    }

    private void move(CaseReference reference) {
        Refusal.unless(relocations.ask(reference), "noRelocation", reference);
    }
}
