# A small image: `docker build -t is3c-bot .`, then `docker run -p 3000:3000 -v is3c:/data is3c-bot`.
# The embedded database lives on the volume /data; with DATABASE_URL and IS3C_KEY a PostgreSQL server takes its place (.docker/compose.yaml).

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY . .
# Its `prepare` writes Prisma's client and the ready-made empty database to src/store/generated.
RUN npm ci

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 IS3C_DATA=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY prisma ./prisma
COPY commands ./commands
COPY src ./src
# The ready-made database has PostgreSQL's private modes: whoever runs the bot must own it to copy it.
COPY --from=build --chown=node:node /app/src/store/generated ./src/store/generated
RUN install -d -m 0700 -o node -g node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# One thread compiles and young objects get little room: that saves 60 MB, and costs nothing that can be measured.
# Run directly, so that SIGTERM reaches the bot and not a shell or npm in front of it.
CMD ["node", "--v8-pool-size=1", "--max-semi-space-size=4", "--import", "./src/leave.ts", "src/main.ts"]
