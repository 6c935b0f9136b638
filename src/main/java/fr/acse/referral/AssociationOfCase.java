package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.PartiesOfCase;
import fr.acse.notice.Party;
import fr.acse.words.Refusal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the association that asks for the woman, so that notices about her case reach this association. */
@Component
record AssociationOfCase(Referrals referrals) implements PartiesOfCase {

    @Override
    public Map<Party, Function<CaseReference, Stream<Audience>>> known() {
        return Map.of(
                Party.ASSOCIATION,
                reference -> referrals
                        .findById(reference)
                        .map(referral -> Stream.of(Audience.operator(referral.operator())))
                        .orElseThrow(() -> new Refusal("noSuchCase", reference)));
    }
}
