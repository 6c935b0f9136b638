package fr.acse.referral.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code assess.bpmn}. */
@Component
class AssessProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("assess")
            .withChoices(
                    "eligibility",
                    "procuring",
                    "act",
                    "means",
                    "purpose",
                    "dangerLevel",
                    "distanceNeeded",
                    "secondLook",
                    "commitmentLook",
                    "clauseDistance",
                    "clauseSilence",
                    "clauseContacts",
                    "freelyGiven",
                    "permitNeed")
            .with(
                    ReferralProcess.OPERATOR_GROUP,
                    ReferralProcess.CHILDREN,
                    ReferralProcess.BABIES,
                    ReferralProcess.OLDEST_CHILD_AGE,
                    ReferralProcess.PREGNANCY,
                    ReferralProcess.ACCESSIBILITY,
                    ReferralProcess.LANGUAGE,
                    ReferralProcess.GUARDIAN,
                    ReferralProcess.COMMITMENT_FULL);

    /** Login of the person who did a step that a second person must check. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final Variable<String> AGE = CONTRACT.code("ageAssessment");
    static final Variable<String> DANGER_DEPARTMENT = CONTRACT.code("dangerDepartment");
    static final Variable<String> AVOID_DEPARTMENTS = CONTRACT.code("avoidDepartments");
    static final Variable<Instant> COMMITMENT_DUE_AT = CONTRACT.moment("commitmentDueAt");

    /** Whether the woman answers to the clauses today or takes time to think. */
    static final Variable<String> ANSWER = CONTRACT.code("commitmentAnswer");

    static final Variable<LocalDate> THINK_UNTIL = CONTRACT.day("thinkUntil");
    static final Variable<String> TEXT = CONTRACT.choice("commitmentText");
    static final Variable<String> LANGUAGE = CONTRACT.choice("commitmentLanguage");
    static final Variable<String> MANNER = CONTRACT.choice("commitmentManner");
    static final Variable<LocalDate> DATE = CONTRACT.day("commitmentDate");
    static final Variable<String> INTERPRETER = CONTRACT.choice("interpreter");
    static final Variable<LocalDate> NOTICE_ON = CONTRACT.day("noticeOn");
    static final Variable<String> NOTICE_LANGUAGE = CONTRACT.code("noticeLanguage");
    static final Variable<String> PROTECTION_SERVICE = CONTRACT.choice("protectionService");
    static final Variable<String> PROTECTION_ANSWER = CONTRACT.code("protectionAnswer");
    static final Variable<LocalDate> PROTECTION_DATE = CONTRACT.day("protectionDate");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
