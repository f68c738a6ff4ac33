#include "cli/command.h"

#include "core/recipes/recipesetup.h"
#include "core/services/demo.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

/// The stand-ins, connected and mapped, so that the first sync is one command away.
Result<int> makeDemo(Context &context, core::Session &session)
{
    if (!context.surroundings().startDemo)
        return failure(ErrorKind::Usage, cliText("The demo needs syncline-sandbox beside syncline-cli."),
                       cliText("Install it, or make a workspace without --demo."));
    if (const auto present = session.stores().integrations.all(); present && !present->isEmpty()) {
        return failure(
            ErrorKind::Usage, cliText("This workspace has integrations already."),
            cliText("Make the demo in a workspace of its own: syncline-cli --workspace demo.syncline init --demo"));
    }
    const auto addresses = context.surroundings().startDemo();
    if (!addresses)
        return failure(addresses.error());
    if (auto connected = core::connectDemo(session, *addresses, context.surroundings().stop); !connected)
        return failure(connected.error());
    for (auto it = addresses->begin(); it != addresses->end(); ++it)
        context.line(cliText("Connected %1 at %2.").arg(it.key(), *it));
    return 0;
}

Result<int> init(Context &context, const Arguments &arguments)
{
    auto session = context.makeWorkspace();
    if (!session)
        return failure(session.error());
    if (arguments.has(u"--demo"_s)) {
        if (auto made = makeDemo(context, **session); !made)
            return made;
    }
    if (const QString name = arguments.value(u"--recipe"_s); !name.isEmpty()) {
        const auto recipe = core::Recipe::builtIn(name);
        if (!recipe)
            return failure(recipe.error());
        auto applied = core::setUp(**session, *recipe, {}, false, context.surroundings().stop);
        if (!applied)
            return failure(applied.error());
        context.line(cliText("%1 is applied. Connect its CRMs, then apply it once more to map them: "
                             "syncline-cli recipe apply %2")
                         .arg(recipe->title, recipe->name));
    }
    context.print(QJsonObject{{u"workspace"_s, context.workspace()}});
    context.line(cliText("The workspace is %1.").arg(context.workspace()));
    return 0;
}

} // namespace

std::vector<Command> workspaceCommands()
{
    return {{u"init"_s,
             cliText("Makes a workspace; --demo connects two stand-in CRMs with invented people, --recipe sets one up "
                     "for a business."),
             {{u"--demo"_s}, {u"--recipe"_s}, 0, 0, u"init [--demo] [--recipe NAME]"_s},
             init}};
}

} // namespace syncline::cli
