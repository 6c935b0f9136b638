package fr.acse.search.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.FormData;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.search.SimilarCases;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases that may be of the same woman, for the form of the coordination. */
@Component
@RequiredArgsConstructor
class SimilarCasesData implements FormData {

    record Row(CaseReference reference, String operator, String opened, String standing, String why) {}

    private static final String CHOICES = "similarChoices";

    private final SimilarCases similar;
    private final ReferralService referrals;
    private final Days days;

    @Override
    public Set<String> names() {
        return Set.of("similarCases", CHOICES);
    }

    @Override
    @Transactional(readOnly = true)
    public List<?> rows(String name, CaseReference reference) {
        return similar.asked(reference).stream()
                .map(each -> name.equals(CHOICES) ? choice(each) : row(each))
                .toList();
    }

    private static CommonChoices.Choice choice(SimilarCases.Similar similar) {
        return new CommonChoices.Choice(
                similar.reference().value(), similar.reference().value());
    }

    private Row row(SimilarCases.Similar similar) {
        Referral referral = referrals.get(similar.reference());
        return new Row(
                similar.reference(),
                referral.operator(),
                Words.day(days.of(referral.openedAt())),
                Words.of(referral.isOpen() ? "similar.open" : "similar.closed"),
                Words.of("similar." + similar.reason()));
    }
}
