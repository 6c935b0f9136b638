package fr.acse.platform.identity;

import fr.acse.codes.Login;
import fr.acse.words.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** People and groups as the engine keeps them. */
@Component
record CamundaPeople(@Lazy ProcessEngine engine, JdbcTemplate jdbc) implements People {

    private static final String ORGANISATION_TYPE = "ORGANISATION";

    /** Whoever has not taken her invitation cannot log in; without a work role, nobody counts on her in an organisation. */
    private static final String WORKING = " and not exists (select from invitation i where i.login = m.user_id_)"
            + " and (not starts_with(m.group_id_, '" + ORGANISATION + "') or exists (select from act_id_membership r"
            + " where r.user_id_ = m.user_id_ and r.group_id_ in ('" + String.join("', '", WORK_ROLES) + "')))";

    /** Reads the table itself, so that it works no matter who is acting. */
    @Override
    public Set<String> groupsOf(Login login) {
        return Set.copyOf(jdbc.queryForList(
                "select group_id_ from act_id_membership where user_id_ = ?", String.class, login.value()));
    }

    @Override
    public boolean exists(String login) {
        return !jdbc.queryForList("select 1 from act_id_user where id_ = ?", login)
                .isEmpty();
    }

    @Override
    public boolean isGroup(String group) {
        return !jdbc.queryForList("select 1 from act_id_group where id_ = ?", group)
                .isEmpty();
    }

    @Override
    public Set<Login> membersOf(String group) {
        return members(group, WORKING);
    }

    @Override
    public Set<Login> everybodyIn(String group) {
        return members(group, "");
    }

    private Set<Login> members(String group, String which) {
        return jdbc
                .queryForList(
                        "select m.user_id_ from act_id_membership m where m.group_id_ = ?" + which, String.class, group)
                .stream()
                .map(Login::new)
                .collect(Collectors.toSet());
    }

    @Override
    public String nameOf(Login login) {
        if (NamesInAnswer.isHidden(login)) {
            return Words.of("who.hidden");
        }
        return jdbc
                .queryForList(
                        "select trim(concat_ws(' ', first_, last_)) from act_id_user where id_ = ?",
                        String.class,
                        login.value())
                .stream()
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(login.value());
    }

    @Override
    public Optional<String> addressOf(Login login) {
        return jdbc
                .queryForList(
                        "select email_ from act_id_user where id_ = ? and email_ <> ''", String.class, login.value())
                .stream()
                .findFirst();
    }

    @Override
    public Set<String> addressesOf(String group) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct u.email_ from act_id_membership m join act_id_user u on u.id_ = m.user_id_"
                        + " where m.group_id_ = ? and u.email_ <> ''",
                String.class,
                group));
    }

    @Override
    public Set<String> staffedOrganisations() {
        return Set.copyOf(jdbc.queryForList(
                "select distinct m.group_id_ from act_id_membership m where starts_with(m.group_id_, ?)" + WORKING,
                String.class,
                ORGANISATION));
    }

    @Override
    public boolean isStaffed(String group) {
        return !jdbc.queryForList(
                        "select 1 from act_id_membership m where m.group_id_ = ?" + WORKING + " limit 1", group)
                .isEmpty();
    }

    @Override
    public Set<String> organisations() {
        return Set.copyOf(jdbc.queryForList(
                "select id_ from act_id_group where starts_with(id_, ?)", String.class, ORGANISATION));
    }

    @Override
    public Map<Login, Set<String>> everybody() {
        Map<Login, Set<String>> groups = new HashMap<>();
        jdbc.query(
                "select u.id_, m.group_id_ from act_id_user u left join act_id_membership m on m.user_id_ = u.id_",
                row -> {
                    Set<String> hers = groups.computeIfAbsent(new Login(row.getString(1)), any -> new HashSet<>());
                    if (row.getString(2) != null) {
                        hers.add(row.getString(2));
                    }
                });
        return groups;
    }

    @Override
    public Set<String> addressesOf(Collection<Login> people) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct email_ from act_id_user where id_ = any (?) and email_ <> ''", String.class, (Object)
                        people.stream().map(Login::value).toArray(String[]::new)));
    }

    @Override
    public Set<Login> former() {
        return jdbc.queryForList("select login from former_login", String.class).stream()
                .map(Login::new)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isTaken(Login login) {
        return !jdbc.queryForList("select 1 from act_id_user where lower(id_) = lower(?)", login.value())
                .isEmpty();
    }

    @Override
    public void createOrganisationGroup(String code) {
        unchecked(() -> {
            String id = ORGANISATION + code;
            if (identity().createGroupQuery().groupId(id).count() == 0) {
                Group group = identity().newGroup(id);
                group.setName(code);
                group.setType(ORGANISATION_TYPE);
                identity().saveGroup(group);
            }
            return null;
        });
    }

    private IdentityService identity() {
        return engine.getIdentityService();
    }

    /** The software itself looks up a person, so the person who acts needs no permission for it. */
    private static <T> T unchecked(Callable<T> lookUp) {
        CommandContext context = Context.getCommandContext();
        try {
            return context == null ? lookUp.call() : context.runWithoutAuthorization(lookUp);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
