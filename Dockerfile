FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# First what a restore needs: it is done again only when the packages change.
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/Bot/Bot.csproj src/Bot/
COPY src/Coach/Coach.csproj src/Coach/
COPY src/Storage/Storage.csproj src/Storage/
COPY src/Telegram/Telegram.csproj src/Telegram/
RUN dotnet restore src/Bot/Bot.csproj
COPY . .
RUN dotnet publish src/Bot/Bot.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The charts of /trend, with Chinese labels; curl for the health check.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl fonts-noto-cjk librsvg2-bin \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# The folders must belong to the user before a volume is laid over them: a new volume takes its owner from here.
RUN mkdir /data /backup && chown "$APP_UID" /data /backup && chmod 700 /data /backup
USER $APP_UID
# Under a read-only root the caches of fonts and diagnostics have /tmp alone.
ENV Storage__Path=/data/coach.db XDG_CACHE_HOME=/tmp DOTNET_EnableDiagnostics=0
VOLUME ["/data", "/backup"]
# The exec form, so that SIGTERM reaches the bot itself.
ENTRYPOINT ["dotnet", "ontime.dll"]
