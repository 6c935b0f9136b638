# Built in layers, so that a change of our own code moves little.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 \
    apt-get update && apt-get install -y --no-install-recommends maven && \
    mvn -B -ntp -Dmaven.repo.local=/m2 -DskipTests package && \
    java -Djarmode=tools -jar target/acse-referral-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17-jre
RUN useradd --system --home /app acse
USER acse
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
EXPOSE 8080
ENTRYPOINT ["java", "-Duser.timezone=UTC", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.launch.JarLauncher"]
