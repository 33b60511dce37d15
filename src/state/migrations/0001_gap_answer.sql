ALTER TABLE `gaps` ADD `message_id` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `gaps_message` ON `gaps` (`message_id`);
