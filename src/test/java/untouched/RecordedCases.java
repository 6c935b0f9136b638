package untouched;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goes through a recorded case with the same models, in which every delegate is empty. */
@Configuration
public class RecordedCases {

    private final EmptyDelegates delegates = new EmptyDelegates();

    @Bean
    AbstractProcessEnginePlugin emptyDelegates() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new JuelExpressionManager(delegates));
            }
        };
    }

    @RestController
    class Cases {

        private final ProcessEngine engine;
        private final HikariDataSource connections;

        Cases(ProcessEngine engine, HikariDataSource connections) {
            this.engine = engine;
            this.connections = connections;
        }

        /** @return milliseconds until so many cases were gone through by so many clients */
        @PostMapping("/cases")
        String go(@RequestBody byte[] recording, @RequestParam int count, @RequestParam int clients) throws Exception {
            RecordedCase recorded =
                    (RecordedCase) new ObjectInputStream(new ByteArrayInputStream(recording)).readObject();
            delegates.use(recorded);
            deployOnce();
            // The clients do the jobs, here and there.
            JobExecutor jobs =
                    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
            jobs.shutdown();
            long began = System.nanoTime();
            inParallel(clients, count, () -> {
                go(recorded);
                return null;
            });
            long took = (System.nanoTime() - began) / 1_000_000;
            jobs.start();
            return String.valueOf(took);
        }

        /** Starts processes that wait for the 48 hours, by the model that is measured, with empty delegates. */
        @PostMapping("/requests")
        void start(@RequestBody byte[] variables, @RequestParam int count) throws Exception {
            Map<?, ?> given = (Map<?, ?>) new ObjectInputStream(new ByteArrayInputStream(variables)).readObject();
            Map<String, Object> all = new HashMap<>();
            given.forEach((name, value) -> all.put((String) name, value));
            delegates.use(new RecordedCase(
                    List.of(),
                    Map.of(
                            "orientation/task_findShelters",
                            List.of(Map.of("candidateCount", 1, "freedPlaceFits", false)))));
            deployOnce();
            inParallel(4, count, () -> {
                engine.getRuntimeService().startProcessInstanceByKey("orientation", "CASE-" + UUID.randomUUID(), all);
                return null;
            });
            connections.getHikariPoolMXBean().softEvictConnections();
        }

        private void deployOnce() throws Exception {
            RepositoryService repository = engine.getRepositoryService();
            if (repository.createDeploymentQuery().deploymentName("recorded").count() == 0) {
                DeploymentBuilder deployment = repository.createDeployment().name("recorded");
                for (Resource model :
                        new PathMatchingResourcePatternResolver().getResources("classpath:processes/*.*mn")) {
                    deployment.addInputStream(model.getFilename(), model.getInputStream());
                }
                deployment.deploy();
            }
        }

        private void go(RecordedCase recorded) {
            String reference = "CASE-" + UUID.randomUUID();
            for (RecordedCase.Step step : recorded.steps()) {
                Map<String, Object> entries = new HashMap<>(step.entries());
                entries.keySet().removeIf(name -> name.startsWith("sealed_"));
                switch (step.kind()) {
                    case START -> {
                        entries.put("caseReference", reference);
                        engine.getRuntimeService().startProcessInstanceByKey(step.process(), reference, entries);
                    }
                    case COMPLETE -> engine.getTaskService().complete(task(reference, step), entries);
                    case JOB -> engine.getManagementService().executeJob(job(engine, reference, step));
                    case BESIDE -> beside(reference, step);
                    case OVER -> over(reference, step);
                }
            }
            long left = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .count();
            if (left > 0) {
                throw new IllegalStateException("The case did not end");
            }
        }

        /** What a delegate starts, the client starts where delegates are empty. */
        private void beside(String reference, RecordedCase.Step step) {
            engine.getRuntimeService()
                    .createProcessInstanceByKey(step.process())
                    .businessKey(reference)
                    .setVariables(EmptyDelegates.later(step.entries()))
                    .startBeforeActivity(step.element())
                    .execute();
        }

        private void over(String reference, RecordedCase.Step step) {
            ProcessInstance first = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .processDefinitionKey(step.process())
                    .listPage(0, 1)
                    .get(0);
            engine.getRuntimeService().deleteProcessInstance(first.getId(), "over");
        }

        private String task(String reference, RecordedCase.Step step) {
            List<Task> tasks = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .taskDefinitionKey(step.element())
                    .listPage(0, 1);
            if (tasks.isEmpty()) {
                throw new IllegalStateException("No " + step.element() + " but "
                        + engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(reference)
                                .list());
            }
            return tasks.get(0).getId();
        }
    }

    /** The job of a case at an element of a process. */
    public static String job(ProcessEngine engine, String reference, RecordedCase.Step step) {
        ManagementService management = engine.getManagementService();
        for (ProcessInstance instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(step.process())
                .list()) {
            List<Job> jobs = management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(step.element())
                    .listPage(0, 1);
            if (!jobs.isEmpty()) {
                return jobs.get(0).getId();
            }
        }
        throw new IllegalStateException("No job at " + step.process() + "/" + step.element());
    }

    /** Does something so many times, shared among clients. */
    public static void inParallel(int clients, int count, Callable<Void> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(pool.submit(work));
        }
        for (Future<Void> each : all) {
            each.get();
        }
        pool.shutdown();
    }
}
