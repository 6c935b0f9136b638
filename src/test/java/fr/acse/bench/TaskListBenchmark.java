package fr.acse.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import untouched.Untouched;
import untouched.UntouchedEngine;

/**
 * What a task list costs over HTTP when others have many tasks: a person in two of 300 groups, with the same tasks of hers
 * among few and among many, and the coordinator, who sees all. The untouched engine and this one, in one run.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/bench",
            "acse.embedded.durable=false",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.root=WARN"
        })
class TaskListBenchmark {

    private static final int GROUPS = 300;
    private static final int FEW = Size.of(1_000);
    private static final int MANY = Size.of(100_000);
    private static final int HERS = 20;
    private static final int MANY_OF_HERS = Size.of(668);
    private static final String PERSON = "bench";
    private static final String PAGE = "/task?sortBy=dueDate&sortOrder=asc&maxResults=15";
    private static final String COUNT = "/task/count";

    /** How long one of the engines takes at most while measuring a line, so that slow ones end. */
    private static final long BUDGET = 40_000_000_000L;

    @Autowired
    DataSource dataSource;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void measure() throws Exception {
        JdbcTemplate ours = new JdbcTemplate(dataSource);
        JdbcTemplate stock =
                new JdbcTemplate(new DriverManagerDataSource(Untouched.database(), "postgres", "postgres"));
        enterPeople();
        String ourModel = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("referral")
                .latestVersion()
                .singleResult()
                .getId();
        String stockModel = deployStock();

        System.out.printf("%n%-52s %10s %10s %10s %10s%n", "", "stock p50", "p95", "ours p50", "p95");
        load(ours, ourModel, FEW, HERS, false);
        load(stock, stockModel, FEW, HERS, true);
        measure("%,d tasks of hers among %,d".formatted(HERS, FEW), PERSON);
        load(ours, ourModel, MANY, HERS, false);
        load(stock, stockModel, MANY, HERS, true);
        measure("%,d tasks of hers among %,d".formatted(HERS, MANY), PERSON);
        measure("coordinator, all of %,d".formatted(MANY), "coordinator");
        load(ours, ourModel, MANY, MANY_OF_HERS, false);
        load(stock, stockModel, MANY, MANY_OF_HERS, true);
        measure("%,d tasks of hers among %,d".formatted(MANY_OF_HERS, MANY), PERSON);
    }

    private void measure(String what, String person) throws Exception {
        for (String path : new String[] {PAGE, COUNT}) {
            long[] stock = times(Untouched.port(), person, path);
            long[] ours = times(port, person, path);
            System.out.printf(
                    "%-52s %7.1f ms %7.1f ms %7.1f ms %7.1f ms%n",
                    what + (path.equals(PAGE) ? ", page" : ", count"),
                    percentile(stock, 50),
                    percentile(stock, 95),
                    percentile(ours, 50),
                    percentile(ours, 95));
        }
    }

    private long[] times(int server, String person, String path) throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server + "/engine-rest" + path))
                .header("Authorization", "Basic " + login)
                .build();
        long began = System.nanoTime();
        long[] times = new long[300];
        int warm = 40;
        int count = 0;
        while (count < times.length + warm && System.nanoTime() - began < BUDGET || count < warm / 8 + 5) {
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            long took = System.nanoTime() - start;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            times[count % times.length] = took;
            count++;
        }
        return Arrays.copyOf(times, Math.min(count, times.length));
    }

    private static double percentile(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** Tasks of hers in the first two groups, all others spread over the rest; the stock engine has a permission row for each. */
    private void load(JdbcTemplate jdbc, String model, int all, int hers, boolean permissions) {
        jdbc.execute("delete from act_ru_identitylink");
        jdbc.execute("delete from act_ru_task");
        jdbc.execute("delete from act_ru_execution");
        jdbc.execute("delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'");
        String numbers = " from generate_series(1, " + all + ") n";
        String group = "case when n <= " + hers + " then 'b' || (n % 2) else 'b' || (2 + n % " + (GROUPS - 2) + ") end";
        jdbc.execute("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_,"
                + " is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_)"
                + " select 'e' || n, 1, 'e' || n, 'ACSE-' || n, '" + model
                + "', 'task_assessSituation', true, false, true, false, 1, 2" + numbers);
        jdbc.execute("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_,"
                + " task_def_key_, priority_, create_time_, due_date_, suspension_state_)"
                + " select 't' || n, 1, 'e' || n, 'e' || n, '" + model
                + "', 'Assess the situation', 'task_assessSituation', 50, now(), now() + n % 5000 * interval '1 minute', 1"
                + numbers);
        jdbc.execute("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) select 'l' || n, 1, "
                + group + ", 'candidate', 't' || n" + numbers);
        if (permissions) {
            jdbc.execute("insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_,"
                    + " perms_) select 'a' || n, 1, 1, " + group + ", 7, 't' || n, 6" + numbers);
        }
        jdbc.execute("vacuum analyze");
    }

    private void enterPeople() throws Exception {
        var user = identity.newUser(PERSON);
        user.setPassword(PERSON);
        ((IdentityServiceImpl) identity).saveUser(user, true);
        post("/user/create", "{\"profile\":{\"id\":\"bench\"},\"credentials\":{\"password\":\"bench\"}}");
        for (String group : new String[] {"b0", "b1"}) {
            identity.saveGroup(identity.newGroup(group));
            identity.createMembership(PERSON, group);
            post("/group/create", "{\"id\":\"" + group + "\"}");
            http.send(
                    keeper("/group/" + group + "/members/bench")
                            .PUT(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
        identity.createMembership(PERSON, "operators");
    }

    private String deployStock() throws Exception {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
                + "<process id='referral' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='s'/>"
                + "<sequenceFlow id='f' sourceRef='s' targetRef='task_assessSituation'/>"
                + "<userTask id='task_assessSituation'/></process></definitions>";
        String body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"data\"; filename=\"x.bpmn\"\r\n\r\n" + model
                + "\r\n--b--\r\n";
        http.send(
                keeper("/deployment/create")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String answer = http.send(keeper("/process-definition/key/referral").build(), BodyHandlers.ofString())
                .body();
        return answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private void post(String path, String body) throws Exception {
        http.send(
                keeper(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder keeper(String path) {
        String login = Base64.getEncoder()
                .encodeToString(
                        (UntouchedEngine.KEEPER + ":" + UntouchedEngine.KEEPER).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + Untouched.port() + "/engine-rest" + path))
                .header("Authorization", "Basic " + login);
    }
}
