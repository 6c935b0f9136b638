# The application without its jar around it, with the archive of its classes that a first start has made: it starts in half the time.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
COPY . .
RUN --mount=type=cache,target=/m2 \
    mvn -B -ntp -Dmaven.repo.local=/m2 -DskipTests package && \
    java -Djarmode=tools -jar target/acse-referral-*.jar extract --destination /app && \
    mv /app/acse-referral-*.jar /app/acse-referral.jar

# That start needs a database of its own, which is gone afterwards. The archive fits the Java of this image only.
FROM eclipse-temurin:17-jre AS archive
RUN apt-get update && apt-get install -y --no-install-recommends postgresql && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
COPY deploy/class-archive.sh /
RUN /class-archive.sh /app

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 acse && useradd --system --uid 10001 --gid acse --home-dir /app acse && \
    install -d -o acse -g acse -m 0700 /data
# Temporary files of the server and of the models that it checks. Keys, cases and models are in the database and the environment.
ENV ACSE_DATA_DIR=/data
COPY --from=archive /app /app
USER 10001
WORKDIR /app
EXPOSE 8080
# The rest is for what is outside the heap, and for the rehearsal of models, which is a Java of its own.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=classes.jsa", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=35", "-Duser.timezone=UTC", \
    "-jar", "acse-referral.jar"]
