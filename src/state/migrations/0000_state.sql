CREATE TABLE `settings` (
  `guild_id` text PRIMARY KEY NOT NULL,
  `settings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answers` (
  `message_id` text PRIMARY KEY NOT NULL,
  `channel_id` text NOT NULL,
  `guild_id` text NOT NULL,
  `asker_id` text NOT NULL,
  `question` text NOT NULL,
  `handles` text NOT NULL,
  `revision` text NOT NULL,
  `at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answers_at` ON `answers` (`at`);
--> statement-breakpoint
CREATE INDEX `answers_asker` ON `answers` (`asker_id`);
--> statement-breakpoint
CREATE TABLE `votes` (
  `message_id` text NOT NULL,
  `voter_id` text NOT NULL,
  `is_up` integer NOT NULL,
  `reason` text,
  `at` integer NOT NULL,
  PRIMARY KEY (`message_id`, `voter_id`)
);
--> statement-breakpoint
CREATE INDEX `votes_voter` ON `votes` (`voter_id`);
--> statement-breakpoint
CREATE INDEX `votes_at` ON `votes` (`at`);
--> statement-breakpoint
CREATE TABLE `gaps` (
  `id` integer PRIMARY KEY NOT NULL,
  `member_id` text NOT NULL,
  `question` text NOT NULL,
  `cause` text NOT NULL,
  `at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `gaps_at` ON `gaps` (`at`);
--> statement-breakpoint
CREATE INDEX `gaps_member` ON `gaps` (`member_id`);
--> statement-breakpoint
CREATE TABLE `pins` (
  `id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  `question` text NOT NULL,
  `article_id` text NOT NULL,
  `by` text NOT NULL,
  `at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pins_question_article` ON `pins` (`question`, `article_id`);
--> statement-breakpoint
CREATE TABLE `audit` (
  `id` integer PRIMARY KEY NOT NULL,
  `at` integer NOT NULL,
  `by` text,
  `action` text NOT NULL,
  `subject` text NOT NULL,
  `note` text NOT NULL,
  `from_revision` text NOT NULL,
  `to_revision` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);
--> statement-breakpoint
CREATE TABLE `revisions` (
  `number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  `revision` text NOT NULL,
  `at` integer NOT NULL,
  `by` text,
  `action` text NOT NULL,
  `articles` integer NOT NULL,
  `added` text NOT NULL,
  `changed` text NOT NULL,
  `removed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
  `id` text PRIMARY KEY NOT NULL,
  `by` text NOT NULL,
  `at` integer NOT NULL,
  `content` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`at`);
