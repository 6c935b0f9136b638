package fr.acse.console.cases;

import fr.acse.casefile.ReadingGuard;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.People;
import fr.acse.search.WomanSearch;
import fr.acse.words.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a user may find and name: the cases of the user's list in which the user may read the woman's last name. */
@Component
@RequiredArgsConstructor
class Searcher {

    private static final String NAME = "sealed_lastName";
    private static final String NICKNAME = "sealed_nickname";
    private static final String SEARCH = "search";
    private static final String LIST = "list";

    private final CaseAccess access;
    private final People people;
    private final ReadingGuard guard;
    private final RevealLog reveals;

    /** @throws Refusal if the user may read no names, is stopped, or has read and searched too often within an hour */
    void begin(Login reader) {
        Refusal.unless(mayFind(reader), "notYourStep");
        guard.check(reader);
    }

    /** Supervisors and finance read no names, and cannot search for them. */
    boolean mayFind(Login reader) {
        return !scope(reader).owners().isEmpty();
    }

    WomanSearch.Scope scope(Login reader) {
        Set<String> groups = people.groupsOf(reader);
        return new WomanSearch.Scope(
                groups.contains(Groups.COORDINATION),
                Set.copyOf(People.organisationsAmong(groups)),
                groups.stream()
                        .filter(group -> group.startsWith(People.ORGANISATION) || group.equals(Groups.COORDINATION))
                        .collect(Collectors.toSet()));
    }

    WomanSearch.Readable readableBy(Login reader) {
        return references -> {
            Map<CaseReference, Set<String>> readable = new HashMap<>();
            access.relations(reader, references)
                    .forEach((reference, relations) -> readable.put(reference, readable(relations)));
            return readable;
        };
    }

    private Set<String> readable(Set<Relation> relations) {
        return access.mayRead(NAME, relations)
                ? WomanSearch.FIELDS.stream()
                        .filter(field -> access.mayRead(field, relations))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Those of some cases in which the user may read the woman's name. */
    List<CaseReference> named(Login reader, Set<CaseReference> references) {
        return access.relations(reader, references).entrySet().stream()
                .filter(each -> access.mayRead(NAME, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    void record(Login reader, Collection<CaseReference> found) {
        reveals.addAll(reader, found, SEARCH, SEARCH);
    }

    void recordNicknames(Login reader, Collection<CaseReference> shown) {
        if (!shown.isEmpty()) {
            guard.check(reader);
            reveals.addAll(reader, shown, NICKNAME, LIST);
        }
    }
}
