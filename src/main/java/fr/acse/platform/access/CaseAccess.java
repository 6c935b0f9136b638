package fr.acse.platform.access;

import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.CaseFileService.Entry;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Decides what a person may read of a case at this moment. */
@Component
@RequiredArgsConstructor
public class CaseAccess {

    /** A person with one of these parts may enter the reference of a case, to report something or start a process for it. */
    private static final Set<Relation> PARTIES =
            EnumSet.of(Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING, Relation.FOLLOWER);

    private final List<CaseParties> parties;
    private final ReadingRules rules;
    private final CaseFileService files;
    private final People people;

    public Set<Relation> relations(Login person, CaseReference reference) {
        return relations(person, Set.of(reference)).get(reference);
    }

    /** The parts of a person in several cases. */
    public Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references) {
        Map<CaseReference, Set<Relation>> all = new HashMap<>();
        references.forEach(each -> all.put(each, EnumSet.noneOf(Relation.class)));
        parties.forEach(each -> each.relations(person, references)
                .forEach((reference, relations) -> all.get(reference).addAll(relations)));
        return all;
    }

    /**
     * Requires one of the given parts in the case from the person whom a step records, even if the model allows more.
     *
     * @throws Refusal if the person has none of these parts
     */
    public void require(Login person, CaseReference reference, Relation... parts) {
        if (Collections.disjoint(relations(person, reference), Set.of(parts))) {
            throw new Refusal("notYourStep");
        }
    }

    public boolean isParty(Login person, CaseReference reference) {
        return relations(person, reference).stream().anyMatch(PARTIES::contains);
    }

    public boolean mayRead(String what, Login person, CaseReference reference) {
        return mayRead(what, relations(person, reference));
    }

    /** Whether a person with these parts in a case may read a field, a list or a part of the case file. */
    public boolean mayRead(String what, Set<Relation> relations) {
        return rules.mayRead(what, relations);
    }

    /** Returns the sealed fields, among those given, that hold a value and that a person may read. */
    public Set<String> readable(Collection<String> fields, Login person, CaseReference reference) {
        Set<Relation> relations = relations(person, reference);
        Set<String> own = organisationsOf(person);
        return files.entries(reference).stream()
                .filter(entry -> fields.contains(entry.field()))
                .filter(entry -> rules.mayRead(entry.field(), withWriting(relations, entry, person, own)))
                .map(Entry::field)
                .collect(Collectors.toSet());
    }

    private Set<Relation> withWriting(Set<Relation> relations, Entry entry, Login person, Set<String> own) {
        Set<Relation> all = EnumSet.noneOf(Relation.class);
        all.addAll(relations);
        if (entry.writer().equals(person)) {
            all.add(Relation.WRITER);
        }
        if (!relations.isEmpty() && organisationsOf(entry.writer()).stream().anyMatch(own::contains)) {
            all.add(Relation.COLLEAGUE);
        }
        return all;
    }

    private Set<String> organisationsOf(Login person) {
        return people.groupsOf(person).stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .collect(Collectors.toSet());
    }
}
