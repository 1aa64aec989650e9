export default {
  layout: 'story.njk',
  permalink: (data) => `${data.address}index.html`,
};
