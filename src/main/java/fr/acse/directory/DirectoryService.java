package fr.acse.directory;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which organisations may ask for a place. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DirectoryService {

    private final Organisations organisations;
    private final CaseFileService files;
    private final People people;
    private final Clock clock;

    DirectoryService(Organisations organisations, CaseFileService files, People people, Clock clock) {
        this.organisations = organisations;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    /** @throws Refusal if the code is taken or the IBAN in the file is wrong */
    public void checkProposal(String code, CaseReference fileReference) {
        if (organisations.existsById(code)) {
            throw new Refusal("codeTaken", code);
        }
        files.readForRule(fileReference, "sealed_organisationIban").ifPresent(DirectoryService::checkIban);
    }

    /** @throws Refusal if the same person proposed and approves it */
    public void enter(String code, String kind, CaseReference fileReference, Login proposedBy, Login approvedBy) {
        if (proposedBy.equals(approvedBy)) {
            throw new Refusal("secondPerson");
        }
        checkProposal(code, fileReference);
        organisations.save(new Organisation(code, kind, fileReference, proposedBy, approvedBy, clock.instant()));
        people.createOrganisationGroup(code);
    }

    public Optional<Organisation> find(String code) {
        return organisations.findById(code);
    }

    /**
     * The operator's organisation that a person works for.
     *
     * @throws Refusal if she works for none, or for several
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

    /** Whether a person works for an organisation or a shelter. */
    public boolean worksFor(Login login, String code) {
        return people.groupsOf(login).contains(People.ORGANISATION + code);
    }

    public boolean worksFor(Login login, ShelterCode shelter) {
        return worksFor(login, shelter.value());
    }

    public boolean isIn(Login login, String group) {
        return people.groupsOf(login).contains(group);
    }

    /** @throws Refusal if the account number is not an IBAN (ISO 13616) */
    public static void checkIban(String iban) {
        try {
            IbanUtil.validate(iban.replace(" ", "").toUpperCase(Locale.ROOT));
        } catch (IbanFormatException | InvalidCheckDigitException | UnsupportedCountryException e) {
            throw new Refusal("iban");
        }
    }
}
