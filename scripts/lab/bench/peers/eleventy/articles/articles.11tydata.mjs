export default {
  layout: 'article.njk',
  permalink: (data) => `${data.address}index.html`,
};
