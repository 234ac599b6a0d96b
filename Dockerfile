# Two stages: build with everything, run with what is needed.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /srv/capofila
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY apps apps
COPY libs libs
COPY workflows workflows
COPY test/bench test/bench
COPY test/support test/support
# Aiuto is built from them.
COPY docs/guida docs/guida
# The pages go to dist/web, where the API looks for them.
RUN npm run build && npm run build:web && npm prune --omit=dev

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /srv/capofila
COPY --from=build /srv/capofila/package.json /srv/capofila/package-lock.json ./
COPY --from=build /srv/capofila/node_modules node_modules
COPY --from=build /srv/capofila/dist dist
COPY data data
RUN mkdir -p /var/lib/capofila && chown node:node /var/lib/capofila
USER node
VOLUME /var/lib/capofila
EXPOSE 3000
CMD ["node", "dist/apps/api/main.js"]
