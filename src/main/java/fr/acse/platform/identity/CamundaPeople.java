package fr.acse.platform.identity;

import fr.acse.codes.Login;
import fr.acse.words.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads people and groups from the engine's tables. The results are the same for every user. */
@Component
class CamundaPeople implements People {

    private static final String ORGANISATION_TYPE = "ORGANISATION";

    private final JdbcTemplate jdbc;
    private final IdentityService identity;
    private final Unchecked unchecked;

    /** SQL condition for members without an open invitation. Members of an association or a shelter also need a work role. */
    private final String working;

    CamundaPeople(JdbcTemplate jdbc, IdentityService identity, Unchecked unchecked, Roles roles) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.unchecked = unchecked;
        this.working = " and not exists (select from invitation i where i.login = m.login)"
                + " and (not starts_with(m.role, '" + ORGANISATION + "') or exists (select from engine_member r"
                + " where r.login = m.login and r.role in ('" + String.join("', '", roles.ofWork()) + "')))";
    }

    private Set<String> texts(String sql, Object... values) {
        return Set.copyOf(jdbc.queryForList(sql, String.class, values));
    }

    private Set<Login> logins(String sql, Object... values) {
        return texts(sql, values).stream().map(Login::new).collect(Collectors.toSet());
    }

    private boolean isThere(String sql, Object... values) {
        return !jdbc.queryForList(sql, values).isEmpty();
    }

    @Override
    public Set<String> groupsOf(Login login) {
        return texts("select role from engine_member where login = ?", login.value());
    }

    @Override
    public boolean exists(String login) {
        return isThere("select 1 from engine_person where login = ?", login);
    }

    @Override
    public boolean isGroup(String group) {
        return isThere("select 1 from engine_group where id = ?", group);
    }

    @Override
    public Set<Login> membersOf(String group) {
        return logins("select m.login from engine_member m where m.role = ?" + working, group);
    }

    @Override
    public Set<Login> everybodyIn(String group) {
        return logins("select login from engine_member where role = ?", group);
    }

    @Override
    public String nameOf(Login login) {
        return namesOf(Set.of(login)).get(login);
    }

    @Override
    public Map<Login, String> namesOf(Collection<Login> people) {
        Map<Login, String> names = new HashMap<>();
        people.forEach(each -> names.put(each, NamesInAnswer.isHidden(each) ? Words.of("who.hidden") : each.value()));
        jdbc.query(
                "select login, trim(concat_ws(' ', first_name, last_name)) from engine_person where login = any (?)"
                        + " and concat_ws('', first_name, last_name) <> ''",
                row -> {
                    names.replace(new Login(row.getString(1)), row.getString(1), row.getString(2));
                },
                (Object) names.keySet().stream().map(Login::value).toArray(String[]::new));
        return names;
    }

    @Override
    public Optional<String> addressOf(Login login) {
        return first("select address from engine_person where login = ? and address <> ''", login);
    }

    private Optional<String> first(String sql, Login login) {
        List<String> found = jdbc.queryForList(sql, String.class, login.value());
        return found.stream().findFirst();
    }

    @Override
    public Set<String> addressesOf(String group) {
        return texts(
                "select distinct p.address from engine_member m join engine_person p on p.login = m.login"
                        + " where m.role = ? and p.address <> ''",
                group);
    }

    @Override
    public Set<String> staffedOrganisations() {
        return texts(
                "select distinct m.role from engine_member m where starts_with(m.role, ?)" + working, ORGANISATION);
    }

    @Override
    public boolean isStaffed(String group) {
        return isThere("select 1 from engine_member m where m.role = ?" + working + " limit 1", group);
    }

    @Override
    public Set<String> organisations() {
        return texts("select id from engine_group where starts_with(id, ?)", ORGANISATION);
    }

    @Override
    public Map<Login, Set<String>> everybody() {
        Map<Login, Set<String>> groups = new HashMap<>();
        jdbc.query(
                "select p.login, m.role from engine_person p left join engine_member m on m.login = p.login", row -> {
                    Set<String> hers = groups.computeIfAbsent(new Login(row.getString(1)), any -> new HashSet<>());
                    if (row.getString(2) != null) {
                        hers.add(row.getString(2));
                    }
                });
        return groups;
    }

    @Override
    public Set<String> addressesOf(Collection<Login> people) {
        return texts("select distinct address from engine_person where login = any (?) and address <> ''", (Object)
                people.stream().map(Login::value).toArray(String[]::new));
    }

    @Override
    public Set<Login> former() {
        return logins("select login from former_login");
    }

    @Override
    public boolean isTaken(Login login) {
        return isThere("select 1 from engine_person where lower(login) = lower(?)", login.value());
    }

    @Override
    public void createOrganisationGroup(String code) {
        unchecked.run(() -> {
            String id = ORGANISATION + code;
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                Group group = identity.newGroup(id);
                group.setName(code);
                group.setType(ORGANISATION_TYPE);
                identity.saveGroup(group);
            }
        });
    }
}
