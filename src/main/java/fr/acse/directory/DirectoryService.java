package fr.acse.directory;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.SepaText;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers the associations that may request a place, and finds the association of a person. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class DirectoryService {

    private static final String COORDINATION = "coordination";

    private final Organisations organisations;
    private final CaseFileService files;
    private final People people;
    private final Vetting vetting;
    private final ObjectProvider<CodesInUse> used;
    private final Clock clock;

    /** @throws Refusal if the code is taken, or if the IBAN or the payee's name in the file is invalid */
    public void checkProposal(String code, CaseReference fileReference) {
        requireFree(code);
        checkEntry(code, fileReference);
    }

    /** @throws Refusal if an association, a shelter or a case uses this code already */
    public void requireFree(String code) {
        boolean taken = isVetted(code)
                || vetting.isUnderWay(code)
                || used.orderedStream().anyMatch(each -> each.isUsed(code));
        Refusal.unless(!taken, "codeTaken", code);
    }

    private void checkEntry(String code, CaseReference fileReference) {
        Refusal.unless(!organisations.existsById(code), "codeTaken", code);
        files.readForRule(fileReference, "sealed_organisationIban").ifPresent(DirectoryService::checkIban);
        files.readForRule(fileReference, "sealed_organisationName")
                .ifPresent(name -> Refusal.unless(SepaText.isHolder(name), "payeeSigns"));
    }

    /** @throws Refusal if the same person proposed and approves the association */
    public void enter(String code, String kind, CaseReference fileReference, Login proposedBy, Login approvedBy) {
        if (proposedBy.equals(approvedBy)) {
            throw new Refusal("secondPerson");
        }
        checkEntry(code, fileReference);
        organisations.save(new Organisation(code, kind, fileReference, proposedBy, approvedBy, clock.instant()));
        people.createOrganisationGroup(code);
    }

    public Optional<Organisation> find(String code) {
        return organisations.findById(code);
    }

    /**
     * Code of the registered association that a person works for.
     *
     * @throws Refusal if the person works for no association, or for several
     */
    public String organisationOf(Login login) {
        List<String> codes = people.groupsOf(login).stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .map(group -> group.substring(People.ORGANISATION.length()))
                .filter(organisations::existsById)
                .toList();
        if (codes.size() != 1) {
            throw new Refusal("noOrganisation", login);
        }
        return codes.get(0);
    }

    /**
     * The association for which a person opens a case: the person's own or, for the coordination, the one that telephones. The vetting of
     * that association may still be running.
     *
     * @param named code that the person entered, or null
     * @throws Refusal if the coordination names no association that is registered or being vetted, or another person names one
     */
    public String organisationFor(Login login, String named) {
        if (!isIn(login, COORDINATION)) {
            Refusal.unless(named == null || named.isBlank(), "forOrganisationOwn");
            return organisationOf(login);
        }
        String code = named == null ? "" : named.strip();
        Refusal.unless(isVetted(code) || vetting.isUnderWay(code), "forOrganisation");
        return code;
    }

    /** Codes of the associations that are registered or being vetted, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> codes() {
        return Stream.concat(
                        StreamSupport.stream(organisations.findAll().spliterator(), false)
                                .map(Organisation::code),
                        vetting.underWay().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a person works for an association that two people have registered. */
    private boolean isOfVetted(Login login) {
        return people.groupsOf(login).stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .anyMatch(group -> isVetted(group.substring(People.ORGANISATION.length())));
    }

    /** Whether two people have registered an association. */
    public boolean isVetted(String code) {
        return organisations.existsById(code);
    }

    /** Whether a person works for the association or shelter with this code. */
    public boolean worksFor(Login login, String code) {
        return people.groupsOf(login).contains(People.ORGANISATION + code);
    }

    public boolean worksFor(Login login, ShelterCode shelter) {
        return worksFor(login, shelter.value());
    }

    /** Whether a person has the role of operators and works for a registered association. */
    public boolean worksForVettedAssociation(Login login) {
        return isIn(login, Groups.OPERATORS) && isOfVetted(login);
    }

    /** All people who work for the association or shelter with this code. */
    public Set<Login> everybodyOf(String code) {
        return people.everybodyIn(People.ORGANISATION + code);
    }

    public boolean isIn(Login login, String group) {
        return people.groupsOf(login).contains(group);
    }

    /** @throws Refusal if the account number is not an IBAN (ISO 13616), or its country does not take part in SEPA transfers */
    public static void checkIban(String iban) {
        try {
            IbanUtil.validate(iban.replace(" ", "").toUpperCase(Locale.ROOT));
        } catch (IbanFormatException | InvalidCheckDigitException | UnsupportedCountryException e) {
            throw new Refusal("iban");
        }
        Refusal.unless(SepaText.isOfItsCountries(iban), "ibanNotSepa");
    }
}
