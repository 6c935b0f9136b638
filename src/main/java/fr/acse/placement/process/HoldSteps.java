package fr.acse.placement.process;

import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.placement.HoldService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the models {@code referral.bpmn} and {@code agree-arrival.bpmn} for the held place. */
@Configuration(proxyBeanMethods = false)
class HoldSteps {

    /** Renews the hold with its full length, because the woman came back and a new arrival must be agreed. */
    @Bean
    @ModelStep(
            name = "Renew the hold",
            does = "Keeps the place for the full length of a hold (acse.placement.hold) while a new arrival is agreed.",
            writes = "shelterCode shelterGroup holdExpiresAt holdWarningAt")
    JavaDelegate renewHoldDelegate(HoldService holds) {
        return execution -> HoldVariables.set(execution, holds.renewHold(caseOf(execution)));
    }

    /** Gives up the place that is held in another shelter, because the relocation failed. The woman stays in her present shelter. */
    @Bean
    @ModelStep(
            name = "Let her stay where she lives",
            does =
                    "Releases the place that is held elsewhere, because the relocation failed. The stay goes on where she lives.",
            writes = "shelterCode shelterGroup")
    JavaDelegate stayOnDelegate(HoldService holds, PlaceService places, ReferralService referrals) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            holds.releaseHold(reference);
            referrals.reopenSearch(reference);
            HoldVariables.setShelter(execution, places.homeOf(reference).orElseThrow());
        };
    }

    /** Checks whether the address of the shelter was given up, for example while the woman was on the way. */
    @Bean
    @ModelStep(
            name = "Look at the address",
            does =
                    "Records whether the address of the shelter is given up: of the one that awaits her or, if none awaits her, of the one in which she lives.",
            writes = "addressGivenUp")
    JavaDelegate lookAtAddressDelegate(PlaceService places) {
        return execution -> ADDRESS_GIVEN_UP.set(execution, places.isGivenUp(caseOf(execution)));
    }

    /** Gives up the place, because the shelter withdrew its acceptance. The search for another shelter starts again. */
    @Bean
    @ModelStep(
            name = "Release the place",
            does =
                    "Ends the hold, because the shelter withdrew its acceptance. Tells everybody concerned. The search starts again with a new 48-hour deadline.")
    JavaDelegate releasePlaceDelegate(HoldService holds, ReferralService referrals) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            holds.withdrawAcceptance(reference);
            referrals.reopenSearch(reference);
        };
    }

    private static final Variable<Boolean> ADDRESS_GIVEN_UP = Variable.flag("addressGivenUp");
}
