FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot/Bot.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The store's folder must belong to the user before a volume is laid over it: a new volume takes its owner from here.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
ENV Storage__Path=/data/coach.db
VOLUME /data
# The exec form, so that SIGTERM reaches the bot itself.
ENTRYPOINT ["dotnet", "ontime.dll"]
