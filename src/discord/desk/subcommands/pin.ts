import { SlashCommandSubcommandBuilder } from 'discord.js';
import { checkPins } from '../../../core/check-pins.js';
import { findArticle } from '../../../core/find-article.js';
import { MAX_QUESTION_CHARS } from '../../../core/limits.js';
import { parseAskRequest } from '../../../core/parse-ask-request.js';
import { completeArticle, nameArticleOption } from '../../complete-article.js';
import { escapeText } from '../../markdown.js';
import { fillIn, promiseReply } from '../../respond.js';
import { sayOnly } from '../../view.js';
import { recordPin } from '../record-pin.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus pin`: a question that an article is to answer from now on. */
export const pin: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('pin')
    .setDescription('Pin a question to the article that must answer it; every change is checked against it')
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('As a member would ask it')
        .setMaxLength(MAX_QUESTION_CHARS)
        .setRequired(true),
    )
    .addStringOption(nameArticleOption),
  needs: 'change',

  async run(interaction, context) {
    await promiseReply(interaction);
    const { services, say, state, now } = context;
    const loaded = services.loaded();
    const { options, user } = interaction;
    const { article } = findArticle(loaded.corpus, options.getString('article', true));
    const { question } = parseAskRequest({ question: options.getString('question', true) }, []);
    const added = await state.pins.add({ question, articleId: article.id, by: user.id, at: now() });
    const isRecorded = await recordPin(context, user.id, 'pin', added);
    const { kept } = await checkPins(services.ask, [added], null, loaded);
    const lines = [
      `${say.pinned} ${escapeText(say.pin(question, article.id))}`,
      kept.length > 0 ? say.pinMet : say.pinUnmet,
      ...(isRecorded ? [] : [say.unrecorded]),
    ];
    await fillIn(interaction, sayOnly(lines.join('\n')));
  },

  complete: completeArticle,
};
