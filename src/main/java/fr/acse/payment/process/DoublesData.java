package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.FormData;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Earlier cases of a woman with the same name and birth date. */
@Component
@RequiredArgsConstructor
class DoublesData implements FormData {

    record Row(CaseReference reference, String operator, String opened) {}

    private static final String CHOICES = "doubleChoices";

    private final AllowanceService allowances;
    private final ReferralService referrals;
    private final Days days;

    @Override
    public Set<String> names() {
        return Set.of("likelyDoubles", CHOICES);
    }

    @Override
    @Transactional(readOnly = true)
    public List<?> rows(String name, CaseReference reference) {
        return allowances.likelyDoubles(reference).stream()
                .map(referrals::get)
                .map(each -> name.equals(CHOICES) ? choice(each) : row(each))
                .toList();
    }

    private static CommonChoices.Choice choice(Referral referral) {
        return new CommonChoices.Choice(
                referral.reference().value(), referral.reference().value());
    }

    private Row row(Referral referral) {
        return new Row(referral.reference(), referral.operator(), Words.day(days.of(referral.openedAt())));
    }
}
